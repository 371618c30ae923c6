//! Over TLS, to a server whose authority is trusted and to one whose is not.

use super::*;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// A server on this machine with a certificate for `localhost`, and the trust in its authority.
async fn server(answer: &'static [u8]) -> (u16, RootCertStore, tokio::sync::oneshot::Receiver<String>) {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(authority.der().clone()).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (heard, request) = tokio::sync::oneshot::channel();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else { return };
        let mut text = String::new();
        let mut part = [0; 1024];
        while !text.ends_with("{\"a\":1}") {
            let length = stream.read(&mut part).await.unwrap();
            text.push_str(std::str::from_utf8(&part[..length]).unwrap());
        }
        stream.write_all(answer).await.unwrap();
        heard.send(text).unwrap();
    });
    (port, roots, request)
}

fn letter() -> Letter {
    Letter {
        body: "{\"a\":1}".to_owned(),
        signature: Some("t=1,v1=x".to_owned()),
        query: Some("sign=y".to_owned()),
    }
}

fn hooks(local: bool, tls: Tls) -> Webhooks {
    Webhooks { wake: Arc::default(), local, waits: Arc::new([]), tls }
}

#[tokio::test]
async fn a_letter_goes_over_tls_and_the_answer_is_read() {
    let (port, roots, request) = server(b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok").await;
    let hooks = hooks(true, trusting(roots).unwrap());
    let url = format!("https://localhost:{port}/hook?token=z");
    assert_eq!(send(&hooks, &url, &letter()).await, Ok((201, b"ok".to_vec())));
    let request = request.await.unwrap().to_lowercase();
    assert!(request.starts_with("post /hook?token=z&sign=y http/1.1\r\n"), "{request}");
    for line in
        [format!("host: localhost:{port}"), "minishop-signature: t=1,v1=x".into(), "content-length: 7".into()]
    {
        assert!(request.contains(&format!("{line}\r\n")), "{line}: {request}");
    }
}

#[tokio::test]
async fn an_authority_nobody_trusts_gets_nothing() {
    let (port, _, mut request) = server(b"").await;
    let hooks = hooks(true, tls().unwrap());
    assert_eq!(send(&hooks, &format!("https://localhost:{port}/"), &letter()).await, Err("tls"));
    assert!(request.try_recv().is_err());
}

#[tokio::test]
async fn a_name_that_leads_inside_is_not_connected_to() {
    let (port, roots, mut request) = server(b"").await;
    let hooks = hooks(false, trusting(roots).unwrap());
    assert_eq!(send(&hooks, &format!("https://localhost:{port}/"), &letter()).await, Err("not_public"));
    assert!(request.try_recv().is_err());
}

#[tokio::test]
async fn only_the_beginning_of_an_answer_is_read() {
    let long: &'static [u8] = Box::leak(
        [b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".as_slice(), &[b'x'; 100_000]]
            .concat()
            .into_boxed_slice(),
    );
    let (port, roots, _request) = server(long).await;
    let hooks = hooks(true, trusting(roots).unwrap());
    let (status, body) = send(&hooks, &format!("https://localhost:{port}/"), &letter()).await.unwrap();
    assert_eq!((status, body.len()), (200, MAX_ANSWER));
}
