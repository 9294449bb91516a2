using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Registers;

namespace CuratorBot.Papers;

/// <summary>An agreement or contract between a school and the school that helps it.</summary>
public sealed class Agreement : RegisterRow
{
    public string? Kind { get; set; }
    public string? Number { get; set; }
    public DateOnly? SignedOn { get; set; }
    public DateOnly? Until { get; set; }
    public string? Subject { get; set; }
    public string? Link { get; set; }
}

/// <summary>What two schools have agreed on.</summary>
public sealed class Agreements() : Register<Agreement>("agreements")
{
    public override Over Over => Over.PairOfSchools;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        Choice("kind", row => row.Kind, "agreement", "contract", "network").Filter(),
        Text("number", row => row.Number, longest: 40).OrDash(),
        PastDay("signed", row => row.SignedOn),
        AnyDay("until", row => row.Until, notBefore: "signed").Optional().OrDash(),
        Text("subject", row => row.Subject, longest: 300).Optional(),
        Link("link", row => row.Link).Optional().OrDash(),
    ];

    public override IReadOnlyList<string> Key => ["kind", "number", "signed"];

    public override Scope MayWrite(Asker who) => who.MayKeepPapers;

    internal override async Task<IReadOnlyList<Choice>> Beside(TurnContext turn) =>
        await MissingAgreementsAction.Button(turn) is { } missing ? [missing] : [];
}

internal sealed class AgreementMapping() : RegisterMapping<Agreement>("agreements");
