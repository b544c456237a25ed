rahnamo.text({"language":"ru","id":"work/patent","text":"Патент покупают каждый месяц."});
