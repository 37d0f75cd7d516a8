/** What tests share: a real database for each, and programs driven by their public interface. */
@org.jspecify.annotations.NullMarked
package co.lindero.support;
