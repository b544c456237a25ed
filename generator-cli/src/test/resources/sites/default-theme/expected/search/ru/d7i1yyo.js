rahnamo.documents({"language":"ru","first":0,"rows":[["contacts","Кто поможет","",""],["work/patent","Патент","work","vfuepsc7"]]});
