/** Tests of CQL2 text: what is refused and where, three-valued logic, and that SQL means the same. */
@org.jspecify.annotations.NullMarked
package co.lindero.cql;
