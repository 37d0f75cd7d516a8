/**
 * Spreadsheets as a planner sees them: rows with the number that the spreadsheet shows, cells as texts, and what is wrong
 * with a cell, by its place. Writes what it read as a plain CSV file, which GDAL then stages like any other. Knows nothing
 * of norms, of GDAL or of the database.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.ingest.sheet;
