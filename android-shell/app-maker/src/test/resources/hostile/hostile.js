// Everything a script of a page can try to reach the world or the phone; what succeeds is noted.
(function () {
  var reached = [];
  var outside = function (name) { return 'https://' + name + '.outside.example/'; };
  var attempt = function (name, act) {
    try {
      var result = act(function () { reached.push(name); });
      if (result && result.then) {
        result.then(function () { reached.push(name); }, function () {});
      }
    } catch (refused) { /* that is what is wanted */ }
  };
  attempt('fetch', function () { return fetch(outside('fetch'), {mode: 'no-cors'}); });
  attempt('fetch of a file', function () { return fetch('file:///etc/hostname'); });
  attempt('fetch of content', function () { return fetch('content://com.android.contacts/1'); });
  attempt('request', function (done) {
    var request = new XMLHttpRequest();
    request.onload = done;
    request.open('GET', outside('request'));
    request.send();
  });
  attempt('request of a file', function (done) {
    var request = new XMLHttpRequest();
    request.onload = done;
    request.open('GET', 'file:///etc/hostname');
    request.send();
  });
  attempt('socket', function (done) { new WebSocket('wss://socket.outside.example/').onopen = done; });
  attempt('events', function (done) { new EventSource(outside('events')).onopen = done; });
  attempt('beacon', function () { navigator.sendBeacon(outside('beacon'), 'x'); });
  attempt('transport', function () { return new WebTransport(outside('transport')).ready; });
  attempt('picture', function (done) { var i = new Image(); i.onload = done; i.src = outside('picture'); });
  attempt('module', function () { return new Function('return import("' + outside('module') + '")')(); });
  attempt('worker', function (done) { new Worker('hostile.js').onmessage = done; });
  attempt('shared worker', function () { new SharedWorker('hostile.js'); });
  attempt('late hint', function () {
    ['dns-prefetch', 'preconnect'].forEach(function (rel) {
      var link = document.createElement('link');
      link.rel = rel;
      link.href = outside('late-' + rel);
      document.head.appendChild(link);
    });
  });
  attempt('ping', function () { document.getElementById('ping').click(); });
  document.querySelectorAll('img.watched').forEach(function (image) {
    if (image.naturalWidth > 0) { reached.push(image.src); }
    image.onload = function () { reached.push(image.src); };
  });
  setTimeout(function () {
    attempt('window', function () { window.open(outside('window')); });
    attempt('form', function () { document.getElementById('form').submit(); });
    document.documentElement.setAttribute('data-reached', reached.join(', ') || 'nothing');
  }, 1500);
}());
