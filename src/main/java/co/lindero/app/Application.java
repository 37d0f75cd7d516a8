package co.lindero.app;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;

/**
 * What the service is made of, handed to the part that starts HTTP.
 *
 * @param config the settings
 * @param database the open database
 * @param mode whether the demonstration is served
 */
record Application(Config config, Database database, Mode mode) {
    enum Mode {
        ORDINARY,
        DEMONSTRATION
    }
}
