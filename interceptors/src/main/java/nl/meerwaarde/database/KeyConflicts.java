package nl.meerwaarde.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Lets HAPI try again a transaction that met another one which wrote the same row first. HAPI does so for violations of integrity, but knows that exception
 * only by its own name; Spring's for a key that exists already is a narrower one.
 *
 * @param spring translates everything else
 */
record KeyConflicts(SQLExceptionTranslator spring) implements SQLExceptionTranslator {
    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException exception) {
        DataAccessException translated = spring.translate(task, sql, exception);
        return translated instanceof DuplicateKeyException
                ? new DataIntegrityViolationException("Another request wrote the same at the same time.", translated)
                : translated;
    }
}
