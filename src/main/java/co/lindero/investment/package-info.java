/**
 * The bank of investment projects: what is planned where, what it costs, in which order it should be done, and what stands in its
 * way. {@code ProjectRoutes} (HTTP) to {@code ProjectService}, {@code RankingService}, {@code ReviewService} (questions) to
 * {@code ProjectStore}, {@code RankingStore}, {@code ReviewStore} (SQL). How projects come in is the loading's concern.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.investment;
