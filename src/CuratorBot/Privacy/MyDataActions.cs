using System.Globalization;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Helping;
using CuratorBot.Messaging;
using CuratorBot.People.InCharge;

namespace CuratorBot.Privacy;

/// <summary>The buttons under «/mydata». What ends something is explained first and asked for again.</summary>
public sealed class MyDataActions(Withdrawal withdrawal, Forgetting forgetting) : IAction, IPreparation
{
    public const string Phone = "mydata.phone";
    public const string Withdraw = "mydata.withdraw";
    public const string Erase = "mydata.erase";
    private const string WithdrawNow = "mydata.withdrawNow";
    private const string EraseNow = "mydata.eraseNow";

    /// <summary>A button that ends something forgets after a while that it was meant.</summary>
    private static readonly TimeSpan Meant = TimeSpan.FromHours(1);

    public IEnumerable<string> Names => [Phone, Withdraw, WithdrawNow, Erase, EraseNow];
    public bool ReadsOnly => false;
    public bool IsForStrangers => true;
    public bool NeedsConsent => false;

    /// <summary>Who is to be forgotten is looked for in a long table, before the turn.</summary>
    public bool Concerns(IncomingMessage message, PressedButton? pressed) =>
        pressed?.Choice.Action.StartsWith($"{EraseNow}:", StringComparison.Ordinal) == true;

    public async Task<object?> Make(TurnContext turn, CancellationToken cancellation) =>
        turn.Known is { } who ? await Traces.Find(turn.Db, who.PersonId) : null;

    /// <param name="argument">For the second press: when the first was made, in seconds since 1970.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (await Consent.NewestOf(turn.Db, turn.Who.PersonId) is null)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        return name switch
        {
            Phone when turn.Who is { IsMember: true, Consented: true } => Reply.Opens(PhoneForm.FormName),
            Phone => Reply.OnlyToast(turn.Texts.Plain("forms.stale")),
            _ when await PeopleInCharge.IsLastCoordinator(turn.Db, turn.Who) => Reply.With(
                turn.Say("mydata.lastCoordinator")
            ),
            WithdrawNow when IsMeant(turn, argument) => End(turn, await withdrawal.Withdraw(turn)),
            EraseNow when IsMeant(turn, argument) && turn.Prepared is Traces traces => await EraseHer(
                turn,
                traces
            ),
            Withdraw or WithdrawNow => Reply.With(Explain(turn, "mydata.withdraw", WithdrawNow)),
            _ => Reply.With(Explain(turn, "mydata.erase", EraseNow)),
        };
    }

    private async Task<Reply> EraseHer(TurnContext turn, Traces traces)
    {
        var others = await forgetting.Forget(turn, traces);
        var told = Reply.With(
            turn.Say("mydata.erase.done") with
            {
                RemovesContactButton = true,
                LeavesNoTrace = true,
            }
        );
        return End(turn, told.Then(others));
    }

    /// <summary>Her chat is a stranger's from here on, its menu too.</summary>
    private Reply End(TurnContext turn, Reply told) =>
        told.Then(
            CommandMenu.MessageFor(turn, turn.Who with { Roles = [], Consented = false }) with
            {
                LeavesNoTrace = true,
            }
        );

    private OutgoingMessage Explain(TurnContext turn, string key, string action) =>
        turn.Say($"{key}.explained", ("days", withdrawal.Days)) with
        {
            Choices =
            [
                [
                    turn.Button(
                        $"{key}.confirm",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{action}:{turn.Now.ToUnixTimeSeconds()}"
                        )
                    ),
                ],
            ],
        };

    private static bool IsMeant(TurnContext turn, string argument) =>
        long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && turn.Now.ToUnixTimeSeconds() - at is >= 0 and var passed
        && passed <= Meant.TotalSeconds;
}
