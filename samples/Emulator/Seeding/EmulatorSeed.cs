namespace PowerConnectors.Emulator.Seeding;

/// <summary>Names in a fresh emulator that tests and samples may rely on. All flows are in <see cref="DefaultEnvironment"/>.</summary>
public static class EmulatorSeed
{
    /// <summary>The tenant.</summary>
    public const string TenantId = "7a1f3c58-2d94-4b06-8e27-5c9d0f6b1a43";

    /// <summary>The object id of the caller, whoever's token is used.</summary>
    public const string CallerObjectId = "c3a5e8d1-64f2-4f0b-9b7e-18d2a6c07f95";

    /// <summary>The object id of a colleague who may edit every seeded flow.</summary>
    public const string ColleagueObjectId = "5e0b92d7-1c48-4a3f-b6d5-90e7f2a8c314";

    /// <summary>The object id of a group that may run <see cref="HttpFlow"/> and no more.</summary>
    public const string GroupObjectId = "a94d7e02-83b1-4c6a-9f50-2e1b6d8c7f30";

    /// <summary>The environment with hundreds of flows. Its SKU is one that the document does not declare.</summary>
    public const string DefaultEnvironment = "Default-" + TenantId;

    /// <summary>The environment with some forty flows.</summary>
    public const string SecondEnvironment = "2b6e9d40-7f15-4c83-a1e9-d40c8b7f5a62";

    /// <summary>A flow with a "manual" HTTP trigger and one SQL action: its callback address can be listed.</summary>
    public const string HttpFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f01";

    /// <summary>A flow that is started with a button: its callback address cannot be listed.</summary>
    public const string ButtonFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f02";

    /// <summary>A flow with the aliases <c>shared_sql</c> and <c>shared_sql_1</c> for two connections of one connector: its array cannot be sent back.</summary>
    public const string TwoSqlFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f03";

    /// <summary>A flow whose only alias is <c>shared_office365_1</c>: sent back as an array it becomes <c>shared_office365</c>, which the definition does not name.</summary>
    public const string RenamedAliasFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f04";

    /// <summary>A flow in the state <c>Suspended</c>, which the document does not declare everywhere.</summary>
    public const string SuspendedFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f05";

    /// <summary>A flow without <c>connectionReferences</c>, and with a <c>definitionSummary</c> of empty arrays.</summary>
    public const string AbsentReferencesFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f06";

    /// <summary>A flow whose <c>connectionReferences</c> and <c>definitionSummary</c> are null.</summary>
    public const string NullReferencesFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f07";

    /// <summary>A flow that has been deleted and can be restored.</summary>
    public const string SoftDeletedFlow = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2fff";

    /// <summary>A run of <see cref="HttpFlow"/> that succeeded.</summary>
    public const string SucceededRun = "08585329112602833828909892130CU17";

    /// <summary>A run of <see cref="HttpFlow"/> that failed.</summary>
    public const string FailedRun = "08585329112602833828909892131CU17";

    /// <summary>A run of <see cref="HttpFlow"/> that goes on until it is cancelled.</summary>
    public const string RunningRun = "08585329112602833828909892132CU17";
}
