/** Map layers, through HTTP and GDAL on real PostGIS. */
@org.jspecify.annotations.NullMarked
package co.lindero.feature;
