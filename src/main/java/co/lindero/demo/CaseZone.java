package co.lindero.demo;

import co.lindero.demo.out.Drawing;

/**
 * A zone built for a case.
 *
 * @param theme the theme it belongs to
 * @param code its code
 * @param drawing where it lies
 */
record CaseZone(DemoTheme theme, String code, Drawing drawing) {}
