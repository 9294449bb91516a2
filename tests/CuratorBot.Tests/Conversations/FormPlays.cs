namespace CuratorBot.Tests.Conversations;

/// <summary>How a form is opened, what is answered to its questions, and what is pressed once it is over.</summary>
/// <param name="Answers">
/// By the key of the question: lines as in a transcript. A question that is not among them is passed over; the
/// summary is sent.
/// </param>
internal sealed record FormPlay(
    long Account,
    IReadOnlyList<string> Opening,
    IReadOnlyDictionary<string, string[]> Answers
)
{
    public IReadOnlyList<string> Afterwards { get; init; } = [];
}

/// <summary>A way from the opening of each form to its end, with as many of its questions as there are on it.</summary>
internal static class FormPlays
{
    public static readonly IReadOnlyDictionary<string, FormPlay> All = new Dictionary<
        string,
        Dictionary<string, string[]>
    >
    {
        ["report"] = new()
        {
            ["type"] = ["[Посещение школы]"],
            ["school"] = ["[СОШ №3]"],
            ["date"] = ["[Сегодня]"],
            ["people"] = ["12"],
        },
        ["return"] = new() { ["what"] = ["[Участники]"], ["why"] = ["Проверьте, пожалуйста, число"] },
        ["plan"] = new()
        {
            ["school"] = ["[СОШ №3]"],
            ["type"] = ["[Посещение школы]"],
            ["date"] = ["[Через неделю]"],
            ["hour"] = ["10:30"],
        },
        ["movePlan"] = new() { ["date"] = ["[Завтра]"], ["hour"] = ["12:00"] },
        ["dropPlan"] = new() { ["why"] = ["Школа закрыта на карантин"] },
        ["nothing"] = new()
        {
            ["month"] = ["[декабрь 2021]"],
            ["school"] = ["[СОШ №3]"],
            ["why"] = ["Школа закрыта на карантин"],
        },
        ["join"] = new()
        {
            ["role"] = ["[Куратор]"],
            ["municipality"] = ["Кузнецк"],
            ["school"] = ["[СОШ №3]"],
            ["schoolMore"] = ["[Нет, это всё]"],
            ["name"] = ["Алёна Курносова"],
            ["phone"] = ["(свой номер)"],
        },
        ["invite"] = new()
        {
            ["role"] = ["[Наблюдателя]"],
            ["over"] = ["[За одной школой]"],
            ["municipality"] = ["Кузнецк"],
            ["school"] = ["[СОШ №16]"],
        },
        ["invited"] = new() { ["name"] = ["Алёна Курносова"] },
        ["recognise"] = new()
        {
            ["phone"] = ["(свой номер)"],
            ["role"] = ["[Директор школы]"],
            ["municipality"] = ["Кузнецк"],
            ["school"] = ["[СОШ №5]"],
            ["name"] = ["Алёна Курносова"],
        },
        ["team.find"] = new() { ["who"] = ["Василиса"] },
        ["team.grant"] = new()
        {
            ["role"] = ["[Куратор]"],
            ["school"] = ["[СОШ №5]"],
            ["order"] = ["№7 от 10.01.2022"],
        },
        ["team.end"] = new() { ["role"] = ["[Все роли сразу]"] },
        ["team.move"] = new()
        {
            ["school"] = ["[СОШ №5]"],
            ["schoolMore"] = ["[Нет, это всё]"],
            ["order"] = ["№7 от 10.01.2022"],
        },
        ["team.handover"] = new() { ["role"] = ["[Все роли сразу]"], ["successor"] = ["Василиса"] },
        ["team.assign"] = new() { ["curator"] = ["Василиса"], ["order"] = ["№7 от 10.01.2022"] },
        ["team.helper"] = new() { ["school"] = ["[Гимназия №1]"], ["order"] = ["№7 от 10.01.2022"] },
        ["ask"] = new() { ["school"] = ["[СОШ №3]"], ["text"] = ["Как быть с чтением в пятых классах?"] },
        ["advice"] = new() { ["text"] = ["Приеду в среду, поговорим с родителями."] },
        ["rename"] = new() { ["name"] = ["Варвара Краса"] },
        ["pause"] = new() { ["until"] = ["24.01"] },
        ["phone"] = new() { ["number"] = ["(свой номер)"] },
        ["proof"] = new()
        {
            ["link"] = ["school3.ru/programme"],
            ["document"] = ["(документ Справка.pdf)"],
            ["number"] = ["5"],
        },
        ["newTask"] = new()
        {
            ["what"] = ["Собрать планы методической работы"],
            ["due"] = ["20 мая"],
            ["level"] = ["[В муниципалитете]"],
            ["municipality"] = ["Кузнецк"],
            ["who"] = ["[Школы]"],
            ["wants"] = ["[Ссылкой]"],
        },
        ["moveTask"] = new() { ["whose"] = ["[Школам]"], ["date"] = ["20 мая"] },
        ["cancelTask"] = new() { ["reason"] = ["Задача повторяет другую"] },
        ["excuse"] = new() { ["reason"] = ["Школа закрыта на ремонт"] },
        ["reopen"] = new() { ["reason"] = ["Приложен не тот документ"] },
        ["announce"] = new()
        {
            ["who"] = ["[Всем]"],
            ["group"] = ["[Любой]"],
            ["municipality"] = ["Кузнецк"],
            ["text"] = ["В пятницу в 15:00 встреча по дорожным картам."],
        },
        ["agreements"] = new()
        {
            ["place"] = ["[СОШ №3]"],
            ["other"] = ["гимназия №1 Кузнецк"],
            ["kind"] = ["[Соглашение о сотрудничестве]"],
            ["number"] = ["5"],
            ["signed"] = ["[Сегодня]"],
            ["until"] = ["31.12.2022"],
            ["subject"] = ["Наставничество молодых педагогов"],
        },
        ["profiles"] = new()
        {
            ["part"] = ["[Школа-лидер]"],
            ["group"] = ["2"],
            ["programme"] = ["500+ (2022)"],
            ["failureLevel"] = ["1"],
            ["difficulties"] = ["0"],
            ["context"] = ["Сельская школа, 48 детей."],
        },
        ["orders"] = new()
        {
            ["place"] = ["Кузнецк"],
            ["kind"] = ["[Участие в проекте]"],
            ["issuer"] = ["Управление образования г. Кузнецка"],
            ["number"] = ["45/1-од"],
            ["signed"] = ["[Вчера]"],
            ["name"] = ["Об участии школ в проекте"],
            ["link"] = ["[— (нет)]"],
        },
        ["moveRow"] = new() { ["reason"] = ["Срок договора истёк"] },
        ["findRows"] = new() { ["words"] = ["кузнецк"] },
        ["sample"] = new()
        {
            ["host"] = ["[Лицей]"],
            ["date"] = ["[Вчера]"],
            ["share"] = ["77 из 97"],
            ["school"] = ["Первая"],
            ["pupils"] = ["120"],
            ["schoolMore"] = ["[Нет, это все]"],
            ["agreed"] = ["завтра"],
        },
        ["organisation"] = new()
        {
            ["name"] = ["Дом книги"],
            ["city"] = ["Кузнецк"],
            ["date"] = ["[Вчера]"],
            ["school"] = ["Первая"],
            ["pupils"] = ["120"],
            ["schoolMore"] = ["[Нет, это все]"],
            ["agreed"] = ["завтра"],
        },
    }.ToDictionary(
        play => play.Key,
        play => new FormPlay(
            FormPropertyTests.Openings[play.Key].Account,
            FormPropertyTests.Openings[play.Key].Lines,
            play.Value
        )
        {
            Afterwards = play.Key == "announce" ? ["[Отправить]"] : [],
        }
    );

    public static TheoryData<string> Names => [.. All.Keys];
}
