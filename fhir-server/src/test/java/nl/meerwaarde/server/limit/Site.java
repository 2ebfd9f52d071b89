package nl.meerwaarde.server.limit;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A small site behind a filter: it answers how many bytes it was sent. */
final class Site implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();

    private Site(Filter filter) throws LifecycleException {
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setPort(0);
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        Context context = tomcat.addContext("", null);
        FilterDef definition = new FilterDef();
        definition.setFilterName("filter");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("filter");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        Tomcat.addServlet(context, "counting", new Counting());
        context.addServletMappingDecoded("/", "counting");
        tomcat.start();
    }

    static Site behind(Filter filter) throws LifecycleException {
        return new Site(filter);
    }

    URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Counting extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                int read = request.getInputStream().readAllBytes().length;
                response.getWriter().print(read + " " + request.getHeader("Content-Encoding"));
            } catch (ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException refusal) {
                response.sendError(refusal.getStatusCode());
            }
        }
    }
}
