using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>Forms of no slice, which show and try what the engine can do.</summary>
internal static class SampleForms
{
    /// <summary>What the sample form asks in each of its versions.</summary>
    public static readonly IReadOnlyDictionary<int, Func<IReadOnlyList<Question>>> Versions = new Dictionary<
        int,
        Func<IReadOnlyList<Question>>
    >
    {
        [1] = () =>
            [
                Text("topic"),
                new ChoiceQuestion("kind", "visit", "talk"),
                new DateQuestion("date"),
                Text("note"),
            ],
        // «topic» is called «subject» now, «note» is gone, a share is asked for.
        [2] = () =>
            [
                Text("subject"),
                new ChoiceQuestion("kind", "visit", "talk"),
                new ShareQuestion("share"),
                new DateQuestion("date"),
            ],
        // «kind» means something else than before, and «note» has come back.
        [3] = () =>
            [
                Text("subject"),
                new ChoiceQuestion("kind", "visit", "talk") { Version = 2 },
                new DateQuestion("date"),
                new ShareQuestion("share"),
                Text("note"),
            ],
        // Every kind of question there is.
        [4] = () =>
            [
                new HostQuestion("host"),
                new DateQuestion("date"),
                new ShareQuestion("share") { Optional = true },
                .. new RepeatingPart("school", most: 3, Place).Questions,
                new DateQuestion("agreed") { IsAhead = true },
                new FilesQuestion("files") { OnRequest = true },
            ],
    };

    public static Action<IServiceCollection> Version(int version) =>
        services =>
        {
            services.AddSingleton(Texts.Value);
            services.AddSingleton(new SampleForm(version));
            services
                .AddSingleton<Form>(provider => provider.GetRequiredService<SampleForm>())
                .AddSingleton<Form, OrganisationForm>();
            services.AddSingleton<ICommand, SampleCommand>();
        };

    /// <summary>Read once for all worlds: nobody changes them.</summary>
    private static readonly Lazy<TextCatalogue> Texts = new(() =>
        TextCatalogue.LoadRussian(Path.Combine(AppContext.BaseDirectory, "Texts"))
    );

    private static TextQuestion Text(string key) => new(key, longest: 200);

    private static IReadOnlyList<Question> Place(RepeatingPlace place) =>
        [
            new TextQuestion(place.Key("school"), longest: 100)
            {
                Words = "school",
                Place = place.Number,
                Optional = place.IsFurther,
                When = place.Applies,
            },
            new NumberQuestion(place.Key("pupils"), from: 0, to: 5_000)
            {
                Words = "pupils",
                Place = place.Number,
                When = sheet => place.Applies(sheet) && sheet.Answers.ContainsKey(place.Key("school")),
            },
        ];
}

internal sealed class SampleCommand(SampleForm form) : ICommand
{
    public string Name => SampleForm.FormName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.IsMember;

    public Task<Reply> Take(TurnContext turn, string argument) => Task.FromResult(Reply.Begins(form.Name));
}

internal sealed class SampleForm(int version) : Form
{
    public const string FormName = "sample";

    public override string Name => FormName;
    public override int Version => version;
    public override bool KeepsDrafts => true;
    public override IReadOnlyList<Question> Questions { get; } = SampleForms.Versions[version]();

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        version is 2 or 3 ? new Dictionary<string, string> { ["topic"] = "subject" } : [];

    public override Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) =>
        Task.FromResult(
            Reply.With(
                turn.Say(
                    "sample.done",
                    (
                        "answers",
                        string.Join(
                            "; ",
                            Applying(sheet).Where(one => !one.IsUnshown).Select(one => sheet.Shown(one.Key))
                        )
                    )
                )
            )
        );
}

/// <summary>Somewhere out of a short list, or an organisation that is added in a sub-dialogue.</summary>
internal sealed class HostQuestion(string key) : SearchQuestion(key)
{
    private const string Add = "add";
    private static readonly string[] Known = ["Дом учителя", "Лицей"];

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var list = await base.Ask(asking);
        IReadOnlyList<Option> add = [new(asking.Text("add").Text, Add)];
        return list with { Options = [.. list.Options, add] };
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        value == Add ? new(new Reading.Opens(OrganisationForm.FormName)) : base.Pick(asking, value);

    protected override ValueTask<SearchResult> Find(Asking asking, string? search) =>
        new(
            new SearchResult([
                .. Known
                    .Where(name => name.Contains(search ?? "", StringComparison.OrdinalIgnoreCase))
                    .Select(name => new Option(name, name)),
            ])
        );

    protected override ValueTask<Answer?> Choose(Asking asking, string value) =>
        new(Known.Contains(value) ? new Answer(value, value) : null);
}

internal sealed class OrganisationForm : Form
{
    public const string FormName = "organisation";

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [new TextQuestion("name", longest: 100), new TextQuestion("city", longest: 100)];

    public override Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var name = $"{sheet["name"]}, {sheet["city"]}";
        return Task.FromResult(Reply.Returns(new Answer(name, name)));
    }
}
