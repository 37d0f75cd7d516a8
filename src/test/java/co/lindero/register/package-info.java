/** Tests of the register of licences. */
@org.jspecify.annotations.NullMarked
package co.lindero.register;
