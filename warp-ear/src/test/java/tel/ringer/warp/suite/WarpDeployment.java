package tel.ringer.warp.suite;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that ships, deployed once for the whole suite; tests that run inside it are added to it. */
@ArquillianSuiteDeployment
public class WarpDeployment {
    @Deployment
    public static WebArchive warp() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("warp.test.micro-war")))
                .addPackage(WarpDeployment.class.getPackage());
    }
}
