package main

import (
	"bytes"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNginx has nginx serve a site with the fragment that is written for it, at a host's root and below a path.
func TestNginx(t *testing.T) {
	program := findServer(t, "nginx", "nginx-light")
	eachBase(t, serving{relative: true, packing: "gzip"}, func(t *testing.T, folder, root, output string, port int) *exec.Cmd {
		write(t, filepath.Join(folder, "nginx.conf"), fmt.Sprintf(nginxConfig, folder, port, root, output))
		return exec.Command(program, "-p", folder, "-c", filepath.Join(folder, "nginx.conf"), "-e", "stderr")
	})
}

// nginxConfig is a server as an administrator would write it, kept within a folder: the folder, the port, the root, and the
// published site.
const nginxConfig = `daemon off;
master_process off;
error_log stderr warn;
pid %[1]s/pid;
events {}
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path %[1]s/body;
    proxy_temp_path %[1]s/proxy;
    fastcgi_temp_path %[1]s/fastcgi;
    uwsgi_temp_path %[1]s/uwsgi;
    scgi_temp_path %[1]s/scgi;
    server {
        listen 127.0.0.1:%[2]d;
        root "%[3]s";
        include "%[4]s/_nginx.conf";
    }
}
`

// TestApache has Apache serve a site with the .htaccess that is written for it, at a host's root and below a path.
func TestApache(t *testing.T) {
	program := findServer(t, "apache2", "apache2")
	eachBase(t, serving{packing: "br"}, func(t *testing.T, folder, root, output string, port int) *exec.Cmd {
		write(t, filepath.Join(folder, "apache.conf"), fmt.Sprintf(apacheConfig, folder, port, root))
		return exec.Command(program, "-X", "-d", folder, "-f", filepath.Join(folder, "apache.conf"), "-E", "/dev/stderr")
	})
}

// apacheConfig is a server as an administrator would write it: the folder, the port, and the root.
const apacheConfig = `ServerName 127.0.0.1
Listen 127.0.0.1:%[2]d
PidFile %[1]s/pid
ErrorLog /dev/stderr
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
DocumentRoot "%[3]s"
<Directory "%[3]s">
    Options Indexes FollowSymLinks
    AllowOverride FileInfo
    Require all granted
</Directory>
<FilesMatch "^\.ht">
    Require all denied
</FilesMatch>
`

// findServer finds a program, or ends the test where there is none.
func findServer(t *testing.T, name, pkg string) string {
	t.Helper()
	for _, name := range []string{name, "/usr/sbin/" + name} { // which is not where everybody looks
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	withoutHost(t, fmt.Sprintf("there is no %s; on Debian: apt-get install %s", name, pkg))
	return ""
}

// eachBase tries a server with a site at a host's root, and with one below a path. command gives the program that serves root from
// a port, with folder for its own files; output is the published site.
func eachBase(t *testing.T, s serving, command func(t *testing.T, folder, root, output string, port int) *exec.Cmd) {
	for name, address := range map[string]string{"root": "https://example.org/", "path": "https://example.org/conf%C3%A9rence/"} {
		t.Run(name, func(t *testing.T) {
			base, err := url.Parse(address)
			if err != nil {
				t.Fatal(err)
			}
			folder, root := t.TempDir(), t.TempDir()
			output := publishHosted(t, root, base)
			write(t, filepath.Join(output, ".git", "config"), "[core]\n")
			write(t, filepath.Join(output, "fr", ".cache"), "caché\n")
			openTo(t, root)
			port := freePort(t)
			start(t, command(t, folder, root, output, port), port)
			tryHost(t, &url.URL{Scheme: "http", Host: fmt.Sprintf("127.0.0.1:%d", port)}, output, base, s)
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// openTo lets a server that has given up its rights read a folder.
func openTo(t *testing.T, folder string) {
	t.Helper()
	for ; folder != os.TempDir() && folder != "/"; folder = filepath.Dir(folder) {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// freePort gives a port of this machine that nobody listens on.
func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// start runs a server until the test ends, and waits until it answers. What it complains of is an error.
func start(t *testing.T, server *exec.Cmd, port int) {
	t.Helper()
	var said bytes.Buffer
	server.Stdout, server.Stderr = &said, &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			server.Process.Kill()
			<-ended
		}
		if strings.Contains(said.String(), "[warn]") || strings.Contains(said.String(), "[emerg]") || strings.Contains(said.String(), ":warn]") {
			t.Errorf("the server complains:\n%s", &said)
		}
	})
	for deadline := time.Now().Add(20 * time.Second); ; {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the server ends at once: %v\n%s", err, &said)
		default:
		}
		if connection, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			connection.Close()
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the server does not answer")
		}
		time.Sleep(10 * time.Millisecond)
	}
}
