/**
 * Reads what offices deliver: opens a file with GDAL, says what it holds, maps its columns and stages its rows.
 *
 * <pre>
 * SourceFile.open -&gt; LayerInfo -&gt; Profiles / Mapping -&gt; ResolvedMapping -&gt; Staging.stage -&gt; StagedLayer
 *        |                                                    |
 *        +-- Gdal (guarded child process)                     +-- PersonalColumns are never selected
 * </pre>
 *
 * <p>GDAL is always a child process: with the drivers of our list only, a clean environment, no virtual or network
 * file systems, no network unless the database needs it, and limits of time, memory and size.
 *
 * <p>Knows no HTTP, no other capability, no statement of ours; it neither checks nor publishes.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.ingest.source;
