/**
 * Publications: the monotonic numbers under which the database changes, and the state of knowledge that a question asks
 * for. Nothing that is published is updated in place or deleted.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.publication;
