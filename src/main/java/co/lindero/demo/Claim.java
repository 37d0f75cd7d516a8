package co.lindero.demo;

/**
 * A row of the guide: what to ask, and what the product must answer. A test asks it.
 *
 * @param key number of the acceptance case, a dash for what belongs to none
 * @param title what it shows, in Spanish
 * @param parcel number of the parcel, or the key of an example
 * @param ask parameters of the question, such as {@code on=2014-02-28}; empty for today
 * @param about theme code, or {@code predio} or {@code plan}
 * @param answer the answer in short: state, then each figure
 */
record Claim(String key, String title, String parcel, String ask, String about, String answer) {}
