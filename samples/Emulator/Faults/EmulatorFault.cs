using System.Text.Json.Serialization;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Something that goes wrong with a request.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DelayFault), DelayFault.KindName)]
[JsonDerivedType(typeof(StatusFault), StatusFault.KindName)]
[JsonDerivedType(typeof(DropFault), DropFault.KindName)]
[JsonDerivedType(typeof(CutFault), CutFault.KindName)]
[JsonDerivedType(typeof(DripFault), DripFault.KindName)]
[JsonDerivedType(typeof(ExpireTokenFault), ExpireTokenFault.KindName)]
public abstract record EmulatorFault
{
    private protected EmulatorFault() { }

    internal abstract string Kind { get; }

    /// <summary>Lets the fault happen.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">The service, which carries the request out.</param>
    internal abstract Task ApplyAsync(HttpContext context, RequestDelegate next);

    /// <summary>Says what is wrong with the fault's figures; null if nothing is.</summary>
    internal virtual (string Member, string Problem)? FindProblem() => null;
}
