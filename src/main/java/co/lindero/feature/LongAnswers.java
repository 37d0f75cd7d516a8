package co.lindero.feature;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.concurrent.Semaphore;

/** The rights to write long answers: each holds a database connection, so that there are only so many at a time. Thread-safe. */
final class LongAnswers {
    private final Semaphore free;

    LongAnswers(int most) {
        this.free = new Semaphore(most);
    }

    /**
     * Begins a long answer.
     *
     * @throws Problem {@code overloaded}
     */
    Permit begin() {
        if (!free.tryAcquire()) {
            throw Problem.of(
                            ProblemType.OVERLOADED,
                            "Hay demasiadas descargas largas a la vez.",
                            "Too many long downloads at a time.")
                    .hint(
                            "Repita en un momento, o pida páginas con limit.",
                            "Try again soon, or ask for pages by limit.");
        }
        return new Permit(free);
    }

    /** The right to write a long answer, until closed. Used by one thread. */
    static final class Permit implements AutoCloseable {
        /** No right, which nobody has to give back. */
        static final Permit NONE = new Permit(new Semaphore(0));

        private final Semaphore from;
        private boolean held = true;

        private Permit(Semaphore from) {
            this.from = from;
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                from.release();
            }
        }
    }
}
