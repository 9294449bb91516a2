using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StatusDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "status_changes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Scope = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_status_changes", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "status_seal",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_status_seal", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "status_seal",
                columns: new[] { "Id", "Seal" },
                values: new object[] { 1, null });

            migrationBuilder.CreateIndex(
                name: "IX_obligations_Region_DueOn",
                table: "obligations",
                columns: new[] { "Region", "DueOn" },
                filter: "\"DoneAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_status_changes_Scope",
                table: "status_changes",
                column: "Scope",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "status_changes");

            migrationBuilder.DropTable(
                name: "status_seal");

            migrationBuilder.DropIndex(
                name: "IX_obligations_Region_DueOn",
                table: "obligations");
        }
    }
}
