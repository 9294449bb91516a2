using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewAndEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AcceptAt",
                table: "event_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnedFor",
                table: "event_reports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewedAt",
                table: "event_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewedBy",
                table: "event_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SentAt",
                table: "event_reports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "event_reports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "event_report_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "event_report_corrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_report_corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "event_report_sheets",
                columns: table => new
                {
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_report_sheets", x => x.ReportId);
                });

            migrationBuilder.CreateTable(
                name: "review_cards",
                columns: table => new
                {
                    OutboxId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    CorrectionId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_cards", x => x.OutboxId);
                });

            migrationBuilder.CreateTable(
                name: "review_nudges",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_nudges", x => x.PersonId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_event_reports_AuthorId_From",
                table: "event_reports",
                columns: new[] { "AuthorId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_event_reports_State_AcceptAt",
                table: "event_reports",
                columns: new[] { "State", "AcceptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_event_report_files_Sha256",
                table: "event_report_files",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_event_report_files_StoredAs",
                table: "event_report_files",
                column: "StoredAs");

            migrationBuilder.CreateIndex(
                name: "IX_event_report_corrections_ReportId_State",
                table: "event_report_corrections",
                columns: new[] { "ReportId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_review_cards_ReportId",
                table: "review_cards",
                column: "ReportId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_report_corrections");

            migrationBuilder.DropTable(
                name: "event_report_sheets");

            migrationBuilder.DropTable(
                name: "review_cards");

            migrationBuilder.DropTable(
                name: "review_nudges");

            migrationBuilder.DropIndex(
                name: "IX_event_reports_AuthorId_From",
                table: "event_reports");

            migrationBuilder.DropIndex(
                name: "IX_event_reports_State_AcceptAt",
                table: "event_reports");

            migrationBuilder.DropIndex(
                name: "IX_event_report_files_Sha256",
                table: "event_report_files");

            migrationBuilder.DropIndex(
                name: "IX_event_report_files_StoredAs",
                table: "event_report_files");

            migrationBuilder.DropColumn(
                name: "AcceptAt",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "ReturnedFor",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "ReviewedAt",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "State",
                table: "event_reports");

            migrationBuilder.DropColumn(
                name: "Sha256",
                table: "event_report_files");
        }
    }
}
