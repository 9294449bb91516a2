using System.Xml;

namespace CuratorBot.Tables;

/// <summary>Which part of the archive is which worksheet. Every other XML part is only checked.</summary>
internal sealed class WorkbookParts
{
    private const string Relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    /// <summary>Names of the parts, in the order of the workbook.</summary>
    public IEnumerable<string> Worksheets => _ids.Select(id => _targets.GetValueOrDefault(id, ""));

    public void Read(string name, Stream part)
    {
        using var xml = XmlReader.Create(part, WorkbookScan.SafeXml);
        var isWorkbook = name.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase);
        var isTargets = name.Equals("xl/_rels/workbook.xml.rels", StringComparison.OrdinalIgnoreCase);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (isWorkbook && xml.LocalName == "sheet" && IdOf(xml) is { } id)
                _ids.Add(id);
            if (isTargets && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } known)
                _targets[known] = Whole(xml.GetAttribute("Target") ?? "");
        }
    }

    private static string? IdOf(XmlReader sheet) =>
        sheet.GetAttribute("id", Relationships)
        ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static string Whole(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";
}
