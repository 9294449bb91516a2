using CuratorBot.Conversations.Forms;
using CuratorBot.People;
using CuratorBot.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>The forms that stand open at the moment of a press.</summary>
public sealed partial class RightsMatrixTests
{
    /// <summary>
    /// Changes of everybody's roles and every school's helpers, filled in to the last answer: what is left is
    /// the press that sends them.
    /// </summary>
    private async Task<IReadOnlyList<string>> TeamDraftsOf(long account)
    {
        if (await _world.Read(db => PeopleDirectory.Read(db, _world.Channel.Name, account)) is not { } person)
            return [];
        var people = await _world.Read(db =>
            db.People.Where(row => row.Name != null)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .ToListAsync()
        );
        var schools = ButtonSamples.Schools;
        List<Session> drafts =
        [
            .. people.Select(id => Filled(person.PersonId, "team.end", $"{id}", ("role", "all"))),
            .. people
                .Zip(schools)
                .Select(pair =>
                    Filled(person.PersonId, "team.assign", pair.Second, ("curator", $"{pair.First}"))
                ),
            .. schools.Select(
                (id, place) =>
                    Filled(
                        person.PersonId,
                        "team.helper",
                        id,
                        ("school", schools[(place + 1) % schools.Length])
                    )
            ),
        ];
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Sessions.AddRange(drafts);
            return scope.Db.SaveChangesAsync();
        });
        return [.. drafts.Select(draft => $"form:{draft.Id}:1:send:")];
    }

    private Session Filled(long person, string form, string subject, (string Key, string Value) answer)
    {
        var sheet = new AnswerSheet { Subject = subject, Skipped = ["order"] };
        sheet.Answers[answer.Key] = new Answer(answer.Value, answer.Value);
        var draft = Draft(person, form, FormEngine.SummaryStep, 0);
        draft.Sheet = sheet.ToJson();
        return draft;
    }

    /// <summary>
    /// Whoever asks to be let in, says where a seminar was held, or names a place in a register, may choose among all
    /// places: their names are public.
    /// </summary>
    private IEnumerable<(string Form, string Key, string Place, string[] Verbs)> Steps() =>
        from form in _world.Services.GetServices<Form>()
        from key in form.Questions.Select(question => question.Key).Append(FormEngine.SummaryStep)
        where !(form.Name is "join" or "invited" && key != "role" && key != FormEngine.SummaryStep)
        where key != "host" && !MayNameAnyPlace(form.Name, key)
        from place in ButtonSamples.Schools.Concat(ButtonSamples.Municipalities)
        let isFirst = place == ButtonSamples.Schools[0]
        select (form.Name, key, place, isFirst ? new[] { "pick", "fix", "send" } : ["pick"]);

    private bool MayNameAnyPlace(string form, string key) =>
        _world.Services.GetRequiredService<Registry>().Find(form)?.Find(key) is { } field
        && field.SchoolsIn("id").Concat(field.MunicipalitiesIn("id")).Any();

    private Session Draft(long person, string form, string step, long obligation) =>
        new()
        {
            Id = _world.Ids.Next(),
            PersonId = person,
            Form = form,
            Version = 1,
            Step = step,
            Sheet = new AnswerSheet { Subject = form == "proof" ? $"Link:{obligation}" : null }.ToJson(),
            Turn = 1,
            StartedAt = _world.Clock.Now,
            UpdatedAt = _world.Clock.Now,
            ExpiresAt = _world.Clock.Now.AddDays(30),
            LookAt = _world.Clock.Now.AddHours(3),
        };
}
