using System.CommandLine;
using System.CommandLine.Parsing;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator;

/// <summary>The emulator as a program of its own.</summary>
internal static class EmulatorCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    private static readonly EmulatorOptions Defaults = new();

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The address to listen on.",
        DefaultValueFactory = _ => DefaultUrl,
    };

    private static readonly Option<int> PageSize = new("--page-size")
    {
        Description = "The most items on one page of a list.",
        DefaultValueFactory = _ => Defaults.PageSize,
    };

    private static readonly Option<int> Flows = new("--flows")
    {
        Description = "How many flows the first environment has.",
        DefaultValueFactory = _ => Defaults.FlowCount,
    };

    private static readonly Option<int> CallsPerMinute = new("--calls-per-minute")
    {
        Description = "Turn calls away with 429 that are more than this in a minute; 0 for none. The service's figure is 100.",
    };

    private static readonly Option<int> WritesPerHour = new("--writes-per-hour")
    {
        Description =
            "Turn calls other than GET away with 429 that are more than this in an hour; 0 for none. The service's figure is 300.",
    };

    private static readonly Option<bool> OmitRetryAfter = new("--omit-retry-after")
    {
        Description = "Say only in the text of a 429 when the call may come again.",
    };

    private static readonly Option<FaultScript?> Faults = new("--faults")
    {
        Description = "A file with a script of faults; docs/emulator.md describes it.",
        CustomParser = ReadFaults,
    };

    private static readonly Option<bool> RefuseUndeclaredMembers = new("--refuse-undeclared-members")
    {
        Description = "Refuse request bodies with members that the document does not declare.",
    };

    private static readonly Option<bool> ForeignNextLinks = new("--foreign-next-links") { Description = "Give next links another origin." };

    private static readonly Option<bool> OtherReferenceShape = new("--other-reference-shape")
    {
        Description = "Answer connection references in the shape that the document does not declare.",
    };

    private static readonly Option<bool> OmitRequiredMembers = new("--omit-required-members")
    {
        Description = "Leave required members out of answers.",
    };

    private static readonly Option<bool> BareCallbackUrl = new("--bare-callback-url")
    {
        Description = "Answer callback addresses without the outer object.",
    };

    public static RootCommand Create(TextWriter output)
    {
        var command = new RootCommand("A stand-in for the Power Automate Management connector.")
        {
            Urls,
            PageSize,
            Flows,
            CallsPerMinute,
            WritesPerHour,
            OmitRetryAfter,
            Faults,
            RefuseUndeclaredMembers,
            ForeignNextLinks,
            OtherReferenceShape,
            OmitRequiredMembers,
            BareCallbackUrl,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(Read(arguments), output, cancellationToken));
        return command;
    }

    private static EmulatorOptions Read(ParseResult arguments) =>
        new()
        {
            Url = arguments.GetRequiredValue(Urls),
            PageSize = arguments.GetRequiredValue(PageSize),
            FlowCount = arguments.GetRequiredValue(Flows),
            Limits = [.. Limits(arguments)],
            OmitRetryAfter = arguments.GetValue(OmitRetryAfter),
            Faults = arguments.GetValue(Faults),
            RefuseUndeclaredMembers = arguments.GetValue(RefuseUndeclaredMembers),
            ForeignNextLinks = arguments.GetValue(ForeignNextLinks),
            OtherReferenceShape = arguments.GetValue(OtherReferenceShape),
            OmitRequiredMembers = arguments.GetValue(OmitRequiredMembers),
            BareCallbackUrl = arguments.GetValue(BareCallbackUrl),
        };

    private static FaultScript? ReadFaults(ArgumentResult argument)
    {
        var file = argument.Tokens.Single().Value;
        try
        {
            return FaultScript.Parse(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            argument.AddError($"--faults {file}: {exception.Message}");
            return null;
        }
    }

    private static IEnumerable<EmulatorLimit> Limits(ParseResult arguments)
    {
        if (arguments.GetValue(CallsPerMinute) is > 0 and var calls)
        {
            yield return new EmulatorLimit(calls, TimeSpan.FromMinutes(1));
        }

        if (arguments.GetValue(WritesPerHour) is > 0 and var writes)
        {
            yield return new EmulatorLimit(writes, TimeSpan.FromHours(1), ExceptReads: true);
        }
    }

    private static async Task RunAsync(EmulatorOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var emulator = await FlowManagementEmulator.StartAsync(options, cancellationToken);
        var token = EmulatorTokens.Create(EmulatorTokens.Audience, options.TimeProvider.GetUtcNow().AddHours(12));
        await output.WriteLineAsync(
            $"""
            Endpoint:     {emulator.Endpoint}
            Connection:   {emulator.ConnectionId}
            Environments: {EmulatorSeed.DefaultEnvironment}
                          {EmulatorSeed.SecondEnvironment}
            Faults:       {emulator.Administration}faults

            Try it (the token is good for twelve hours):

              curl -H "Authorization: Bearer {token}" \
                "{emulator.Endpoint}/{emulator.ConnectionId}/environments"

            Ctrl+C ends it.
            """
        );
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how the emulator is meant to end.
        }
    }
}
