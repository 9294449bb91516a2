using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProofsAreKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EvidenceName",
                table: "obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceSha256",
                table: "obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EvidenceSize",
                table: "obligations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EvidenceStoredAs",
                table: "obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_obligations_EvidenceStoredAs",
                table: "obligations",
                column: "EvidenceStoredAs");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_obligations_EvidenceStoredAs",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "EvidenceName",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "EvidenceSha256",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "EvidenceSize",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "EvidenceStoredAs",
                table: "obligations");
        }
    }
}
