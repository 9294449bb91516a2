using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Audit;

/// <summary>«/audit»: who changed what in her region, the newest first; «/audit Примерова» about one person.</summary>
public sealed class AuditCommand(NameIndexCache names) : ICommand
{
    private readonly AuditSearch _search = new(names);

    public string Name => "audit";
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => !who.MayLead.IsEmpty;

    /// <param name="argument">Name of a person, a school or a municipality; empty for everything.</param>
    public async Task<Reply> Take(TurnContext turn, string argument) =>
        argument.Length > 0
            ? await _search.Answer(turn, argument)
            : Reply.With(await AuditList.Show(turn, new AuditFilter(), page: 0));
}
