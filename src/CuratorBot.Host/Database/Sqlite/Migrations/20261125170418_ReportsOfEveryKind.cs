using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportsOfEveryKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HostSchoolId",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RiskId",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "StatedPercent",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Zones",
                table: "event_reports",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "event_report_shares",
                columns: table => new
                {
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Base = table.Column<int>(type: "INTEGER", nullable: false),
                    StatedPercent = table.Column<decimal>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_report_shares", x => new { x.ReportId, x.Audience });
                    table.ForeignKey(
                        name: "FK_event_report_shares_event_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "event_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_factors",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risk_factors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "school_risks",
                columns: table => new
                {
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    RiskId = table.Column<string>(type: "TEXT", nullable: false),
                    Significance = table.Column<string>(type: "TEXT", nullable: true),
                    HasProgramme = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_risks", x => new { x.SchoolId, x.RiskId });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_report_shares");

            migrationBuilder.DropTable(
                name: "risk_factors");

            migrationBuilder.DropTable(
                name: "school_risks");

            migrationBuilder.DropColumn(
                name: "HostSchoolId",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "Question",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "RiskId",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "StatedPercent",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "Zones",
                table: "event_reports");
        }
    }
}
