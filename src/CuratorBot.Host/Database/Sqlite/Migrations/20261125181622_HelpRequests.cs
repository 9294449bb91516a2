using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HelpRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "help_cards",
                columns: table => new
                {
                    OutboxId = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_cards", x => x.OutboxId);
                });

            migrationBuilder.CreateTable(
                name: "help_messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<string>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SolvedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_requests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_help_cards_PersonId",
                table: "help_cards",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_help_cards_RequestId",
                table: "help_cards",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_help_messages_AuthorId",
                table: "help_messages",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_help_messages_RequestId",
                table: "help_messages",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_AskedBy",
                table: "help_requests",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_waiting",
                table: "help_requests",
                column: "SchoolId",
                filter: "\"AnsweredAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_cards");

            migrationBuilder.DropTable(
                name: "help_messages");

            migrationBuilder.DropTable(
                name: "help_requests");
        }
    }
}
