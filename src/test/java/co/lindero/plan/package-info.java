@org.jspecify.annotations.NullMarked
package co.lindero.plan;
