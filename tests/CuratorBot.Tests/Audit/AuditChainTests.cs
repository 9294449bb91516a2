using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Audit;

public sealed class AuditChainTests : IAsyncLifetime
{
    private const long Varvara = 71;
    private const long Ivan = 72;

    private World _world = null!;

    /// <summary>Four entries: two about Varvara, two about Ivan.</summary>
    public async Task InitializeAsync()
    {
        _world = await World.Open();
        foreach (
            var (person, name) in new[]
            {
                (Varvara, "Варя"),
                (Ivan, "Ваня"),
                (Varvara, "Варвара"),
                (Ivan, "Иван"),
            }
        )
            await Write(db => Note(db, person, name));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task An_untouched_chain_holds() =>
        Assert.Equal(4, Assert.IsType<AuditVerdict.Holds>(await Verify()).Count);

    [Fact]
    public async Task An_empty_chain_holds()
    {
        await Write(db => db.Audit.ExecuteDeleteAsync());

        Assert.Equal(0, Assert.IsType<AuditVerdict.Holds>(await Verify()).Count);
    }

    [Fact]
    public async Task Several_entries_of_one_turn_follow_one_another()
    {
        await Write(async db =>
        {
            await Note(db, Varvara, "Варвара Примерова");
            await Note(db, Ivan, "Иван Образцов");
        });

        Assert.Equal(6, Assert.IsType<AuditVerdict.Holds>(await Verify()).Count);
    }

    [Fact]
    public async Task A_turn_that_fails_leaves_no_entry()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Write(async db =>
            {
                await Note(db, Varvara, "никто");
                await db.SaveChangesAsync();
                throw new InvalidOperationException("The change went wrong.");
            })
        );

        Assert.Equal(4, Assert.IsType<AuditVerdict.Holds>(await Verify()).Count);
    }

    public static TheoryData<string> Fields =>
        new(
            "\"At\" = \"At\" + 1",
            "\"ActorId\" = 5",
            "\"Channel\" = 'system'",
            "\"What\" = 'role.revoked'",
            "\"SubjectKind\" = 'school'",
            "\"SubjectId\" = '5'",
            "\"PersonId\" = 5",
            "\"SchoolId\" = 'penza_sosh_27'",
            "\"MunicipalityId\" = 'penza'",
            "\"Region\" = 'Пензенская область'",
            "\"Before\" = ''",
            "\"After\" = 'Ваня '",
            "\"Salt\" = 'ABC'",
            "\"Salt\" = NULL",
            "\"PayloadHash\" = \"Hash\"",
            "\"Hash\" = \"PayloadHash\""
        );

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_tampered_entry_is_seen(string change)
    {
        await Run($"UPDATE audit SET {change} WHERE \"Sequence\" = 2");

        Assert.Equal(new AuditVerdict.Altered(2), await Verify());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_deleted_entry_is_seen(long sequence)
    {
        await Run($"DELETE FROM audit WHERE \"Sequence\" = {sequence}");

        Assert.Equal(new AuditVerdict.Missing(sequence), await Verify());
    }

    [Fact]
    public async Task A_deleted_entry_whose_gap_was_closed_is_seen()
    {
        await Run("DELETE FROM audit WHERE \"Sequence\" = 2");
        await Run("UPDATE audit SET \"Sequence\" = \"Sequence\" - 1 WHERE \"Sequence\" > 2");

        Assert.Equal(new AuditVerdict.Altered(2), await Verify());
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_seen_by_whoever_kept_the_last_hash()
    {
        var before = Assert.IsType<AuditVerdict.Holds>(await Verify());
        await Run("DELETE FROM audit WHERE \"Sequence\" = 4");

        Assert.Equal(new AuditVerdict.Missing(4), await Verify((before.Count, before.LastHash)));
    }

    [Fact]
    public async Task A_chain_written_anew_is_seen_by_whoever_kept_a_hash()
    {
        var before = Assert.IsType<AuditVerdict.Holds>(await Verify());
        await Run("DELETE FROM audit WHERE \"Sequence\" = 4");
        await Write(db => Note(db, Ivan, "Пётр"));

        Assert.IsType<AuditVerdict.Holds>(await Verify());
        Assert.Equal(new AuditVerdict.Altered(4), await Verify((before.Count, before.LastHash)));
    }

    [Fact]
    public async Task A_swapped_pair_is_seen()
    {
        await Run("UPDATE audit SET \"Sequence\" = 99 WHERE \"Sequence\" = 2");
        await Run("UPDATE audit SET \"Sequence\" = 2 WHERE \"Sequence\" = 3");
        await Run("UPDATE audit SET \"Sequence\" = 3 WHERE \"Sequence\" = 99");

        Assert.Equal(new AuditVerdict.Altered(2), await Verify());
    }

    [Fact]
    public async Task What_is_erased_of_a_person_is_gone_and_the_chain_holds()
    {
        await Write(db => AuditTrail.Erase(db, _world.Ids, Operator(), Varvara));

        Assert.Equal(5, Assert.IsType<AuditVerdict.Holds>(await Verify()).Count);
        var rows = await _world.Read(db => db.Audit.OrderBy(row => row.Sequence).ToListAsync());
        Assert.Equal([null, "Ваня", null, "Иван", null], rows.Select(row => row.After));
        Assert.Equal([true, false, true, false, false], rows.Select(row => row.Salt is null));
        Assert.Equal(AuditTrail.Erased, rows[^1].What);
    }

    [Fact]
    public async Task An_erasure_that_nobody_noted_is_seen()
    {
        await Run(
            "UPDATE audit SET \"Before\" = NULL, \"After\" = NULL, \"Salt\" = NULL WHERE \"Sequence\" = 2"
        );

        Assert.Equal(new AuditVerdict.ErasedSilently(2), await Verify());
    }

    [Fact]
    public async Task An_entry_knows_where_it_belongs()
    {
        await Write(db =>
            Note(db, new AuditSubject("school", "kuznetsk_sosh_3") { SchoolId = "kuznetsk_sosh_3" })
        );

        var last = await _world.Read(db => db.Audit.OrderBy(row => row.Sequence).LastAsync());
        Assert.Equal(("kuznetsk", "Пензенская область"), (last.MunicipalityId, last.Region));
    }

    private Task<AuditVerdict> Verify((long, string)? known = null) =>
        _world.Read(db => AuditChain.Verify(db, known));

    private Task Note(CuratorBotDb db, long person, string name) =>
        AuditTrail.Note(
            db,
            _world.Ids,
            Operator(),
            "person.renamed",
            AuditSubject.Person(person),
            null,
            name
        );

    private Task Note(CuratorBotDb db, AuditSubject subject) =>
        AuditTrail.Note(db, _world.Ids, Operator(), "school.changed", subject);

    private AuditActor Operator() => new(null, AuditActor.CommandLine, _world.Clock.Now);

    private Task Write(Func<CuratorBotDb, Task> work) => _world.UnitOfWork.Write(scope => work(scope.Db));

    private Task Run(string sql) => Write(db => db.Database.ExecuteSqlRawAsync(sql));
}
