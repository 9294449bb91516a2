using CuratorBot.Data;
using CuratorBot.LongTasks;
using CuratorBot.Messaging;
using CuratorBot.Registers.Tables;
using CuratorBot.Tables;
using CuratorBot.Tests.Registers;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.LongTasks;

/// <summary>Tables that are too large to be made within a turn.</summary>
public sealed class LongTaskTests : IAsyncLifetime
{
    private const string Begun = "Собираю её и пришлю сюда";
    private const string Ready = "Таблица готова";
    private const string WhatToDo = "Я три раза пробовал собрать таблицу";

    private readonly TriedWork _work = new();
    private SampleBook _book = null!;

    private World World => _book.World;
    private LongTaskRuns Runs => World.Services.GetRequiredService<LongTaskRuns>();

    public async Task InitializeAsync() =>
        _book = await SampleBook.Open(Samples.OfMonth, services => services.AddSingleton<ILongWork>(_work));

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task A_table_of_a_few_hundred_rows_comes_at_once()
    {
        await AskFor(RegisterExport.MostAtOnce);

        Assert.Equal(OutgoingKind.Document, _book.Last.Kind);
        Assert.Empty(World.BegunTasks.Take());
        Assert.Empty(await Tasks());
    }

    [Fact]
    public async Task A_larger_one_is_said_to_be_made_and_comes_when_it_is()
    {
        await AskFor(RegisterExport.MostAtOnce + 1);
        Assert.Contains("В таблице будет 301 запись", _book.Last.Text.Text, StringComparison.Ordinal);
        Assert.Equal(1, Count(Begun));

        await RunBegun();

        var table = Assert.Single(Documents());
        using var content = World.Files.Open(table.FilePath!)!;
        Assert.Equal(302, Assert.IsType<TableReading.Read>(TableReader.Read(content)).Tables[0].Rows.Count);
        Assert.Equal(1, Count(Ready));
        var task = Assert.Single(await Tasks());
        Assert.Equal((LongTaskState.Done, 1, ""), (task.State, task.Attempts, task.Argument));
    }

    [Fact]
    public async Task What_she_has_asked_for_already_is_not_made_twice()
    {
        await AskFor(RegisterExport.MostAtOnce + 1);
        await _book.OpenList();
        await _book.Phone.Presses("📤 Таблица");

        Assert.Contains(
            World.Channel.Toasts,
            toast => toast.Toast == "Эта таблица уже собирается, пришлю её сюда."
        );
        Assert.Single(await Tasks());
    }

    [Fact]
    public async Task What_a_run_leaves_behind_the_next_one_takes_up()
    {
        await AskFor(RegisterExport.MostAtOnce + 1);
        World.BegunTasks.Take();

        await World.Restart();
        await World.Sweep();
        await RunBegun();

        Assert.Single(Documents());
        await World.Sweep();
        Assert.Empty(World.BegunTasks.Take());
    }

    [Fact]
    public async Task What_fails_three_times_is_given_up_with_a_word_of_what_to_do()
    {
        await AskFor("no such work");
        for (var attempt = 1; attempt <= LongTask.MostAttempts; attempt++)
        {
            Assert.Equal(0, Count(WhatToDo));
            await RunBegun();
            await World.Sweep();
        }

        Assert.Equal(1, Count(WhatToDo));
        Assert.Empty(World.BegunTasks.Take());
        Assert.Equal(LongTaskState.GivenUp, Assert.Single(await Tasks()).State);
    }

    [Fact]
    public async Task What_kills_the_process_three_times_is_given_up_too()
    {
        await AskFor("no such work");
        await World.UnitOfWork.Write(scope =>
            scope.Db.LongTasks.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Attempts, LongTask.MostAttempts)
            )
        );

        await RunBegun();

        Assert.Equal(1, Count(WhatToDo));
    }

    [Fact]
    public async Task Two_runs_are_never_at_the_same_task()
    {
        var id = await AskFor(_work.Name);
        World.BegunTasks.Take();
        var (one, other) = (Runs.Run(id, CancellationToken.None), Runs.Run(id, CancellationToken.None));
        await other;
        await World.Sweep();
        Assert.Empty(World.BegunTasks.Take());

        _work.Answer.SetResult("Готово.");
        await one;
        await Runs.Run(id, CancellationToken.None);
        await World.Settle();

        Assert.Equal((1, 1), (_work.Times, Count("Готово.")));
    }

    [Fact]
    public async Task One_that_is_stopped_with_the_process_has_lost_no_attempt()
    {
        var id = await AskFor(_work.Name);
        using var stopping = new CancellationTokenSource();
        var run = Runs.Run(id, stopping.Token);
        await Until.True(() => _work.Times == 1);

        await stopping.CancelAsync();
        await run;

        var task = Assert.Single(await Tasks());
        Assert.Equal((LongTaskState.Open, 0), (task.State, task.Attempts));
    }

    [Fact]
    public async Task Whoever_has_lost_her_rights_meanwhile_gets_nothing()
    {
        await AskFor(RegisterExport.MostAtOnce + 1);
        await World.UnitOfWork.Write(scope => scope.Db.RoleAssignments.ExecuteDeleteAsync());
        await World.UnitOfWork.Write(scope =>
        {
            scope.Db.Revisions.Single().Number++;
            return Task.CompletedTask;
        });

        await RunBegun();

        Assert.Empty(Documents());
        Assert.Equal(1, Count("вам больше не открыты"));
    }

    [Fact]
    public async Task Whoever_loses_her_rights_while_it_is_made_gets_nothing()
    {
        var id = await AskFor(_work.Name);
        World.BegunTasks.Take();
        var run = Runs.Run(id, CancellationToken.None);
        await Until.True(() => _work.Times == 1);
        await World.UnitOfWork.Write(scope => scope.Db.RoleAssignments.ExecuteDeleteAsync());

        _work.Answer.SetResult("Готово.");
        await run;
        await World.Sweep();
        await RunBegun();

        Assert.Equal(0, Count("Готово."));
        Assert.Equal(1, Count("вам больше не открыты"));
    }

    [Fact]
    public async Task How_far_it_is_stands_in_one_message_that_changes_every_three_seconds_at_most()
    {
        var id = await AskFor(_work.Name);
        var held = new HeldTime();
        var runs = ActivatorUtilities.CreateInstance<LongTaskRuns>(World.Services, new RealTime(held));
        var run = runs.Run(id, CancellationToken.None);
        await Until.True(() => _work.Times == 1);

        foreach (var third in new[] { 1, 2, 3 })
        {
            Note(third * 25);
            held.Pass(LongTaskRuns.BetweenEdits / 3);
        }
        await Until.True(() => Count("готово 75 %") == 1);
        held.Pass(LongTaskRuns.BetweenEdits);
        Note(90);
        held.Pass(LongTaskRuns.BetweenEdits);
        await Until.True(() => Count("готово 90 %") == 1);
        _work.Answer.SetResult("Готово.");
        await run;
        await World.Settle();

        Assert.Equal((2, 1), (Count("Собираю таблицу: готово"), Count(Ready)));
        Assert.Single(Edits().Select(edit => edit.Target).Distinct());
    }

    private void Note(int percent)
    {
        foreach (var _ in _work.Progress!.Over(new int[100], CancellationToken.None).Take(percent + 1)) { }
    }

    private async Task AskFor(int rows)
    {
        var register = World.Services.GetRequiredService<Samples>();
        await World.UnitOfWork.Write(async scope =>
        {
            var school = await scope.Db.Schools.SingleAsync(row => row.Id == "kuznetsk_sosh_3");
            for (var row = 1; row <= rows; row++)
            {
                var sample = (Sample)register.New(World.Ids.Next());
                (sample.SchoolId, sample.MunicipalityId, sample.Region) = (
                    school.Id,
                    school.MunicipalityId,
                    school.Region
                );
                (sample.Name, sample.AsOf, sample.ChangedAt) = (
                    $"Проба {row}",
                    new DateOnly(2022, 1, 10),
                    World.Clock.Now
                );
                scope.Db.Add(sample);
            }
        });
        await _book.OpenList();
        await _book.Phone.Presses("📤 Таблица");
    }

    /// <summary>The same for another work.</summary>
    private async Task<long> AskFor(string work)
    {
        await AskFor(RegisterExport.MostAtOnce + 1);
        await World.UnitOfWork.Write(scope =>
            scope.Db.LongTasks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Work, work))
        );
        var id = Assert.Single(World.BegunTasks.Take());
        World.BegunTasks.Begin(id);
        return id;
    }

    private async Task RunBegun()
    {
        foreach (var id in World.BegunTasks.Take())
            await Runs.Run(id, CancellationToken.None);
        await World.Settle();
    }

    private Task<List<LongTask>> Tasks() => World.Read(db => db.LongTasks.ToListAsync());

    private IEnumerable<OutgoingMessage> Heard() => World.Channel.Heard.Select(heard => heard.Message);

    private List<OutgoingMessage> Documents() =>
        [.. Heard().Where(message => message.Kind == OutgoingKind.Document)];

    private List<OutgoingMessage> Edits() =>
        [.. Heard().Where(message => message.Text.Text.Contains("аблиц") && message.Target is not null)];

    private int Count(string words) =>
        Heard().Count(message => message.Text.Text.Contains(words, StringComparison.Ordinal));
}
