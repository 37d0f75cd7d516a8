@org.jspecify.annotations.NullMarked
package co.lindero.platform.http;
