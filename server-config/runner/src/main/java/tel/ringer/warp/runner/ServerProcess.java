package tel.ringer.warp.runner;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Logger;

/**
 * The main class of the server's process: Payara Micro, ended as soon as the runner that started it is gone.
 *
 * <p>The runner holds the other end of the standard input and never writes; the operating system closes it even if the
 * runner is killed.
 */
public final class ServerProcess {

    private ServerProcess() {}

    /** Takes the options of Payara Micro, among them one deployment. */
    public static void main(String[] options) {
        Thread watch = new Thread(ServerProcess::endWithTheRunner, "end-with-the-runner");
        watch.setDaemon(true);
        watch.start();
        PayaraMicro.main(options);
        if (!isApplicationDeployed()) {
            Logger.getLogger(ServerProcess.class.getName()).severe("The application was not deployed.");
            System.exit(1);
        }
    }

    /** Payara Micro would go on without the application; to its names even one that failed to start belongs. */
    private static boolean isApplicationDeployed() {
        try {
            return !PayaraMicro.getInstance()
                    .getRuntime()
                    .getLocalDescriptor()
                    .getDeployedApplications()
                    .isEmpty();
        } catch (IllegalStateException notStarted) {
            return false;
        }
    }

    private static void endWithTheRunner() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            Logger.getLogger(ServerProcess.class.getName()).fine("The runner's end of the input broke.");
        }
        Runtime.getRuntime().halt(1);
    }
}
