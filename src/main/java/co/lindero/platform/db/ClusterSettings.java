package co.lindero.platform.db;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The server's settings, sized to the memory of the machine. */
final class ClusterSettings {
    private static final long MIB = 1024L * 1024L;

    private ClusterSettings() {}

    /** Returns the text of the settings file for a port of loopback and a folder for the local socket. */
    static String render(int port, Path socketFolder) {
        long memoryMib =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() / MIB;
        return String.join(
                "\n",
                "# Written by lindero at every start; own settings go to ALTER SYSTEM.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = '" + socketFolder.toString().replace("'", "''") + "'",
                "unix_socket_permissions = 0700",
                "max_connections = 120",
                "shared_buffers = " + clamp(memoryMib / 5, 128, 2048) + "MB",
                "effective_cache_size = " + clamp(memoryMib / 2, 256, 65_536) + "MB",
                "work_mem = " + clamp(memoryMib / 512, 8, 64) + "MB",
                "maintenance_work_mem = " + clamp(memoryMib / 16, 64, 1024) + "MB",
                "fsync = on",
                "max_wal_size = 4GB",
                "checkpoint_timeout = 15min",
                "random_page_cost = 1.1",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "lc_messages = 'C.UTF-8'",
                "password_encryption = 'scram-sha-256'",
                "logging_collector = on",
                "log_directory = 'log'",
                "log_filename = 'postgresql-%a.log'",
                "log_rotation_age = 1d",
                "log_rotation_size = 0",
                "log_truncate_on_rotation = on",
                "log_line_prefix = '%m [%p] %d %a '",
                "");
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }
}
