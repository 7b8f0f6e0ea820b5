using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void FlowManagement()
    {
        Generation generation = Generation
            .Of(
                new InputFile("/specs/flowmanagement.swagger.json", Documents.FlowManagement),
                new InputFile("/specs/flowmanagement.overlay.json", Documents.FlowManagementOverlay)
            )
            .AssertGood();
        Snapshot.Verify("FlowManagement", generation.Sources);
    }
}
