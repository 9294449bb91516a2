using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <summary>
    /// A draft gets an id of its own, because several of one form may lie side by side. The drafts that are
    /// there go on; they are kept for thirty days from when they were last touched.
    /// </summary>
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(name: "sessions", newName: "sessions_before");
            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    WasOffered = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Nudges = table.Column<int>(type: "INTEGER", nullable: false),
                    WasWarned = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LookAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table => table.PrimaryKey("PK_sessions", row => row.Id)
            );
            migrationBuilder.Sql(
                """
                INSERT INTO sessions
                    (Id, PersonId, Form, Version, Step, Sheet, Turn, Active, WasOffered, StartedAt, UpdatedAt,
                     ExpiresAt, Nudges, WasWarned, LookAt)
                SELECT rowid, PersonId, Form, Version, Step, Sheet, Turn, Active, 0, StartedAt, UpdatedAt,
                       UpdatedAt + 2592000000, 0, 0, UpdatedAt
                FROM sessions_before
                """
            );
            migrationBuilder.DropTable(name: "sessions_before");
            migrationBuilder.CreateIndex(name: "IX_sessions_LookAt", table: "sessions", column: "LookAt");
            migrationBuilder.CreateIndex(
                name: "IX_sessions_PersonId_Active",
                table: "sessions",
                columns: new[] { "PersonId", "Active" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Of several drafts of a form only one could stay.");
    }
}
