using CuratorBot.Conversations.Forms;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>Fills in a report on a phone of the world.</summary>
internal sealed class PhoneReporter(World world, Phone phone) : IReporter
{
    public Task Says(string text) => phone.Says(text);

    public Task Presses(string label) => phone.Presses(label);

    public bool Sees(string label) => phone.Sees(label);

    public async Task<(string Step, AnswerSheet Sheet)> Now()
    {
        var session = await world.Read(db => db.Sessions.SingleAsync(row => row.Active));
        return (session.Step, AnswerSheet.FromJson(session.Sheet));
    }
}
