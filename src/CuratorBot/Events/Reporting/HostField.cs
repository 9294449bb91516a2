using CuratorBot.Conversations.Forms;
using CuratorBot.Fields;
using CuratorBot.Schools;

namespace CuratorBot.Events.Reporting;

/// <summary>The school that housed it, where that is not the one that it was for.</summary>
internal sealed class HostField(string key, NameIndexCache names)
    : WordField<EventReport>(key, report => report.HostSchoolId)
{
    protected override Question Asked() => new HostQuestion(Key, names);

    internal override IEnumerable<string> SchoolsIn(string? value) => value is null ? [] : [value];

    protected override string Shown(FieldNames names, string value) => names.School(value);
}
