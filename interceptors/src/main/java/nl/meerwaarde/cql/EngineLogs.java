package nl.meerwaarde.cql;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.ClassUtils;

/** The engine's own log lines quote ids of patients and parts of their records, so they are off; what comes of an evaluation is told to whoever asked. */
final class EngineLogs {
    /** The engine, and its translator. */
    private static final String[] LOGGERS = {"org.opencds.cqf", "org.cqframework"};

    private EngineLogs() {}

    /** Whether they could be switched off. A host without Spring Boot does that itself. */
    static boolean switchOff() {
        ClassLoader classes = EngineLogs.class.getClassLoader();
        if (!ClassUtils.isPresent("org.springframework.boot.logging.LoggingSystem", classes)) {
            return false;
        }
        LoggingSystem logging = LoggingSystem.get(classes);
        for (String logger : LOGGERS) {
            logging.setLogLevel(logger, LogLevel.OFF);
        }
        return true;
    }
}
