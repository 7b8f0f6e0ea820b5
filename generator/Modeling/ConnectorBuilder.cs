using System.Globalization;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Makes the model of a connector from its document: one pure function of the text.</summary>
internal static class ConnectorBuilder
{
    public static ConnectorResult Build(SpecFile file, CancellationToken token)
    {
        FindingList findings = new();
        ConnectorModel? model = null;
        try
        {
            if (SpecReader.Read(file, findings, token) is { } document)
            {
                model = Build(file, document, findings, token);
            }
        }
        catch (TooLargeException)
        {
            findings.Add(Descriptors.TooLarge, file.Path, ModelSize.Max.ToString("N0", CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would turn it into a warning without a place, and the user would see missing types only.
            findings.Add(Descriptors.InternalError, file.Path, exception.GetType().Name, exception.Message);
        }

        return new ConnectorResult(findings.HasErrors ? null : model, findings.ToArray());
    }

    private static ConnectorModel Build(SpecFile file, SpecDocument document, FindingList findings, CancellationToken token)
    {
        ConnectorNames names = ConnectorNames.Choose(file, document, findings);
        IReadOnlyList<LimitModel> limits = LimitReader.Read(file, document, findings);
        TypeBuilder types = new(names, document, VariantReader.Read(file, document, findings), token);
        OperationSelection operations = OperationSelection.Choose(names, file, document, findings);
        List<OperationGroupModel> groups =
        [
            .. new OperationBuilder(file, document, names, operations, types, limits, findings)
                .Build(token)
                // Files are told apart without regard to case.
                .GroupBy(static built => Identifiers.Pascal(built.Tag), StringComparer.OrdinalIgnoreCase)
                .Select(group => new OperationGroupModel(
                    names.Namespace,
                    names.ClientName,
                    group.Key,
                    group.Select(static built => built.Operation).ToEquatableArray()
                )
                {
                    Lookups = group.SelectMany(static built => built.Lookups).ToEquatableArray(),
                    IsInternal = file.Options.IsInternal,
                }),
        ];

        if (!file.Options.IsSelection)
        {
            types.AddDefinitions();
        }

        bool hasClient = !file.Options.IsModelsOnly;
        bool isInternal = file.Options.IsInternal;
        EquatableArray<TypeModel> built = types.Build().Select(type => type with { IsInternal = isInternal }).ToEquatableArray();
        NameScope contracts = new(ReservedNames.ContextMembers, StringComparer.Ordinal);
        return new ConnectorModel(
            hasClient ? ClientBuilder.Build(names, file, document, findings, operations, limits) with { IsInternal = isInternal } : null,
            hasClient ? groups.ToEquatableArray() : default,
            built,
            new JsonContextModel(
                names.Namespace,
                names.JsonContextName,
                hasClient ? names.ClientName : null,
                built
                    .Where(static type => type is not EnumModel)
                    .Select(type => new ContractModel(type.Name, contracts.Take(type.Name, type.Name, "Info")))
                    .ToEquatableArray()
            )
            {
                IsInternal = isInternal,
            }
        );
    }
}
