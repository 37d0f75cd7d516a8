/**
 * How layers are drawn: colours and legends, kept as data in {@code styles/layers.yaml}, rendered for web maps and for QGIS.
 * A style is made for the values that a layer really holds, so that a legend never shows what is not there.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.style;
