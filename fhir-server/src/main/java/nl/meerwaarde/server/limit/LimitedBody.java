package nl.meerwaarde.server.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;

/** A request's body that ends with a refusal when it is too long. */
class LimitedBody extends ServletInputStream {
    private final InputStream body;
    private final long most;
    private long left;

    /** @param most bytes that may come */
    LimitedBody(InputStream body, long most) {
        this.body = body;
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = body.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = body.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Problems.tooLarge(
                    new Problem(ProblemCode.TOO_LARGE, "", Sentence.beside(LimitedBody.class, "body-too-long", most)));
        }
    }

    @Override
    public boolean isFinished() {
        throw new UnsupportedOperationException("Bodies are read in the thread of the request");
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Bodies are read in the thread of the request");
    }
}
