/** Tests of hazard, risk and exposure. */
@org.jspecify.annotations.NullMarked
package co.lindero.risk;
